import { Reading } from "./reading.js";
import { ServerSession } from "./session-server.js";

const root = document.getElementById("reading");
new Reading(new ServerSession(root.dataset.token, root.dataset.reader), root).begin();
