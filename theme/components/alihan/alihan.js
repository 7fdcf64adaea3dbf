// Leads on at once, and keeps what stands behind # in the address; a plain redirection would lose it.
location.replace(document.querySelector("link[rel=canonical]").href + location.hash);
