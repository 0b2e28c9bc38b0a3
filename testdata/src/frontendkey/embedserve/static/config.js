// Client configuration, embedded and served.
window.chatConfig = {
  appId: "o9c5n1xz",
  intercomIdentitySecret: "Cz6IlXePeMBd1MwrV2ZiEel_4fsf7uc1WZbw3wkg", // want frontendkey
};
