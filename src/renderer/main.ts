import { mount } from 'svelte';
import { createClient } from './api/client.ts';
import { connect } from './api/connect.ts';
import { createPlatform } from './api/platform.ts';
import { App } from './state/app.svelte.ts';
import Window from './App.svelte';
import './styles/tokens.css';
import './styles/base.css';
import './styles/controls.css';
import './styles/list-colours.css';

const target = document.getElementById('app');
if (target === null) throw new Error('index.html holds no #app');

const transport = connect(window);
const client = createClient(transport);
const app = new App(client, createPlatform(client, window), transport);
mount(Window, { target, props: { app, mac: /Mac/i.test(navigator.platform) } });
