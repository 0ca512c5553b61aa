import { mount } from 'svelte';
import { createClient } from './api/client.ts';
import { createPlatform } from './api/platform.ts';
import { connect } from './api/connect.ts';
import { createApp } from './state/app.svelte.ts';
import App from './App.svelte';
import './styles/tokens.css';
import './styles/base.css';

const target = document.getElementById('app');
if (target === null) throw new Error('index.html holds no #app');

const transport = connect(window);
const client = createClient(transport);
const app = createApp(client, createPlatform(client, window), transport);
mount(App, { target, props: { app } });
void app.start();
