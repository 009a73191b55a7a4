import { mount } from "svelte";
import App from "./App.svelte";
import "./style/theme.css";
import "./style/print.css";

mount(App, { target: document.getElementById("app")! });
