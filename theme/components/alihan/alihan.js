// Leads on at once, and keeps what stands behind # in the address; a plain redirection would lose it.
// The way is the one that a reader sees: the canonical address is another host's for a copy of the site.
// An indicator that went elsewhere leads there; one that was withdrawn stays here, where that is said.
const asked = location.hash && document.getElementById(location.hash.slice(1));
const way = asked ? asked.querySelector("a") : document.querySelector("main > p a");
if (way) {
  const url = new URL(way.href);
  url.hash ||= location.hash;
  location.replace(url);
}
