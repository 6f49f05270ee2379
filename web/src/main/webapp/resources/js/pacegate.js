/* Pacegate: what pages do beyond plain forms. */
"use strict";
document.documentElement.classList.add("js");
