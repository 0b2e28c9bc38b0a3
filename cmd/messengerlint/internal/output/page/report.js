"use strict";
(() => {
	const $ = (id) => document.getElementById(id);
	const root = document.documentElement;
	const toggleTheme = () => {
		const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
		root.dataset.theme = dark ? "light" : "dark";
	};
	$("theme").addEventListener("click", toggleTheme);
	const search = $("search");
	if (!search) {
		addEventListener("keydown", (e) => { if (e.key === "t" && !e.ctrlKey && !e.metaKey && !e.altKey) toggleTheme(); });
		return;
	}
	const all = [...document.querySelectorAll(".finding")];
	const chips = [...document.querySelectorAll(".chip[data-level]")];
	const suppressed = $("suppressed");
	const pressed = (b) => b.getAttribute("aria-pressed") === "true";
	const press = (b, on) => { b.setAttribute("aria-pressed", String(on)); filter(); };
	let current = null;

	function filter() {
		const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
		const levels = new Set(chips.filter(pressed).map((c) => c.dataset.level));
		const rule = $("rule").value;
		const withSuppressed = suppressed && pressed(suppressed);
		let shown = 0;
		for (const f of all) {
			const ok = levels.has(f.dataset.level) && (!rule || f.dataset.rule === rule) &&
				(withSuppressed || !f.dataset.suppressed) && words.every((w) => f.dataset.search.includes(w));
			f.hidden = !ok;
			if (ok) shown++;
		}
		$("count").textContent = shown === 1 ? "1 finding" : shown + " findings";
		$("empty").hidden = shown > 0 || all.length === 0;
		if (current && current.hidden) select(null);
	}

	function select(f) {
		if (current) current.classList.remove("current");
		current = f;
		if (!f) return;
		f.classList.add("current");
		f.querySelector("summary").focus({ preventScroll: true });
		f.scrollIntoView({ block: "nearest" });
	}

	function move(by) {
		const list = all.filter((f) => !f.hidden);
		if (!list.length) return;
		const at = list.indexOf(current);
		select(list[at < 0 ? (by > 0 ? 0 : list.length - 1) : Math.min(list.length - 1, Math.max(0, at + by))]);
	}

	function reset() {
		search.value = "";
		$("rule").value = "";
		chips.forEach((c) => c.setAttribute("aria-pressed", "true"));
		if (suppressed) suppressed.setAttribute("aria-pressed", "false");
		search.blur();
		filter();
	}

	search.addEventListener("input", filter);
	$("rule").addEventListener("change", filter);
	for (const b of suppressed ? [...chips, suppressed] : chips) b.addEventListener("click", () => press(b, !pressed(b)));
	addEventListener("keydown", (e) => {
		if (e.ctrlKey || e.metaKey || e.altKey) return;
		if (e.key === "Escape") return reset();
		if (e.target.closest("input, select")) {
			if (e.key === "Enter" && e.target === search) { search.blur(); move(1); }
			return;
		}
		const actions = {
			"/": () => search.focus(), j: () => move(1), k: () => move(-1), t: toggleTheme,
			o: () => { if (current) current.open = !current.open; },
			e: () => { const open = all.some((f) => !f.hidden && !f.open); all.forEach((f) => { if (!f.hidden) f.open = open; }); },
			5: () => { if (suppressed) press(suppressed, !pressed(suppressed)); },
		};
		if (e.key >= "1" && e.key <= "4") press(chips[e.key - 1], !pressed(chips[e.key - 1]));
		else if (actions[e.key]) actions[e.key]();
		else return;
		e.preventDefault();
	});
	filter();
	if (location.hash) {
		const f = document.querySelector(location.hash.replace(/[^#\w-]/g, ""));
		if (f && f.matches("details")) { f.open = true; select(f); }
	}
})();
