// Client configuration without a key (near miss).
window.publicConfig = {
  appId: "o9c5n1xz",
  intercomIdentitySecret: "<set on the server>",
};
