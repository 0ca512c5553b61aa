/** Unicode for the LaTeX that titles of papers use. */

function table(pairs: string): Readonly<Record<string, string>> {
  const entries = pairs
    .trim()
    .split(/\s+/)
    .map((pair): [string, string] => {
      const at = pair.lastIndexOf(':');
      return [pair.slice(0, at), pair.slice(at + 1)];
    });
  return Object.fromEntries(entries);
}

export const SYMBOLS = table(`
  alpha:α beta:β gamma:γ delta:δ epsilon:ε varepsilon:ε zeta:ζ eta:η theta:θ vartheta:ϑ iota:ι kappa:κ lambda:λ mu:μ
  nu:ν xi:ξ pi:π rho:ρ sigma:σ tau:τ upsilon:υ phi:φ varphi:φ chi:χ psi:ψ omega:ω
  Gamma:Γ Delta:Δ Theta:Θ Lambda:Λ Xi:Ξ Pi:Π Sigma:Σ Upsilon:Υ Phi:Φ Psi:Ψ Omega:Ω
  sim:~ simeq:≃ approx:≈ equiv:≡ neq:≠ ne:≠ le:≤ leq:≤ ge:≥ geq:≥ ll:≪ gg:≫ pm:± mp:∓ times:× div:÷ cdot:· ast:∗
  star:⋆ circ:∘ bullet:• dagger:† ddagger:‡ to:→ rightarrow:→ leftarrow:← leftrightarrow:↔ Rightarrow:⇒ Leftarrow:⇐
  uparrow:↑ downarrow:↓ mapsto:↦ longrightarrow:⟶ infty:∞ partial:∂ nabla:∇ forall:∀ exists:∃ in:∈ notin:∉ subset:⊂
  subseteq:⊆ supset:⊃ cup:∪ cap:∩ emptyset:∅ oplus:⊕ otimes:⊗ odot:⊙ propto:∝ perp:⊥ parallel:∥ angle:∠ triangle:△
  square:□ checkmark:✓ ell:ℓ hbar:ℏ Re:ℜ Im:ℑ sum:∑ prod:∏ int:∫ ldots:… dots:… cdots:⋯ degree:° prime:′ langle:⟨
  rangle:⟩ lfloor:⌊ rfloor:⌋ lceil:⌈ rceil:⌉ mid:| vert:| Vert:‖ clubsuit:♣ diamondsuit:♦ heartsuit:♥ spadesuit:♠
  ss:ß ae:æ AE:Æ oe:œ OE:Œ aa:å AA:Å o:ø O:Ø l:ł L:Ł i:ı S:§ P:¶ copyright:© textasciitilde:~
`);

export const SUPERSCRIPTS = table(`
  0:⁰ 1:¹ 2:² 3:³ 4:⁴ 5:⁵ 6:⁶ 7:⁷ 8:⁸ 9:⁹ +:⁺ -:⁻ =:⁼ (:⁽ ):⁾ a:ᵃ b:ᵇ c:ᶜ d:ᵈ e:ᵉ f:ᶠ g:ᵍ h:ʰ i:ⁱ j:ʲ k:ᵏ l:ˡ m:ᵐ n:ⁿ
  o:ᵒ p:ᵖ r:ʳ s:ˢ t:ᵗ u:ᵘ v:ᵛ w:ʷ x:ˣ y:ʸ z:ᶻ T:ᵀ *:* ∗:* ⋆:* †:† ′:′ ∘:° °:°
`);

export const SUBSCRIPTS = table(`
  0:₀ 1:₁ 2:₂ 3:₃ 4:₄ 5:₅ 6:₆ 7:₇ 8:₈ 9:₉ +:₊ -:₋ =:₌ (:₍ ):₎ a:ₐ e:ₑ h:ₕ i:ᵢ j:ⱼ k:ₖ l:ₗ m:ₘ n:ₙ o:ₒ p:ₚ r:ᵣ s:ₛ t:ₜ
  u:ᵤ v:ᵥ x:ₓ
`);

/** Combining marks by the name of their accent command. */
export const ACCENTS: Readonly<Record<string, string>> = {
  '"': '\u0308',
  "'": '\u0301',
  '^': '\u0302',
  '`': '\u0300',
  '~': '\u0303',
  '=': '\u0304',
  '.': '\u0307',
  c: '\u0327',
  v: '\u030C',
  u: '\u0306',
  H: '\u030B',
  k: '\u0328',
  r: '\u030A',
};
