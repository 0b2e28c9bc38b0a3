import { gravatarUrl } from './gravatar';

export default function Profile({ user }) {
  return (
    <figure>
      <img src={gravatarUrl(user.email)} alt="" />
      <figcaption>{user.name}</figcaption>
    </figure>
  );
}
