// The files of the search, each read once, and looked at: what another page or half a file gives is a failure.

const IN_TIME = 30_000;

const inTime = (work, what) => {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what}: timeout`)), IN_TIME);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
};

const read = async (url, cache) => {
  const answer = await fetch(url, { cache });
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  return answer.json();
};

// Gives the file of a name below `folder`. `attempt` counts from 0: from the second on, nothing is taken
// from what the browser has kept.
export const filesBelow = (folder, attempt = 0) => {
  const cache = attempt ? "reload" : "default";
  const known = new Map();
  return (name) => {
    if (!known.has(name)) {
      const url = new URL(name, folder).href;
      known.set(name, inTime(read(url, cache), url));
    }
    return known.get(name);
  };
};
