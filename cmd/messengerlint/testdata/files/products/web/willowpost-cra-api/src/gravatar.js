import MD5 from 'crypto-js/md5';

export function gravatarUrl(email, size = 64) {
  return `https://www.gravatar.com/avatar/${MD5(email.trim().toLowerCase())}?s=${size}&d=mp`;
}
