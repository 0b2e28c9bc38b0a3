import 'dart:convert';

import 'package:crypto/crypto.dart' as crypto;
import 'package:intercom_flutter/intercom_flutter.dart';

class Flows {
  const Flows(this._tokens, this._log);

  final Tokens _tokens;
  final Log _log;

  Future<void> ternary(User user) async {
    final jwt = await _tokens.load(user.id);
    return jwt == null
        ? Intercom.instance.loginIdentifiedUser(userId: user.id) // want unsignedboot
        : Intercom.instance.setUserJwt(jwt).then((_) => Intercom.instance.loginIdentifiedUser(userId: user.id));
  }

  Future<void> switched(User user) async {
    switch (await _tokens.state(user.id)) {
      case TokenReady(:final jwt):
        await Intercom.instance.setUserJwt(jwt);
        await Intercom.instance.loginIdentifiedUser(userId: user.id);
      case TokenMissing():
        await Intercom.instance.loginIdentifiedUser(userId: user.id); // want unsignedboot
    }
  }

  Future<void> guarded(User user) async {
    final jwt = await _tokens.load(user.id);
    if (jwt == null || jwt.isEmpty) {
      _log.warning('no Intercom token for ${user.id}');
      return;
    }
    await Intercom.instance.setUserJwt(jwt);
    await Intercom.instance.loginIdentifiedUser(userId: user.id);
    _log.fine('Intercom token: $jwt'); // want secretlog
  }

  Future<void> whenComplete(User user) => _tokens
      .load(user.id)
      .then((jwt) async {
        await Intercom.instance.setUserJwt(jwt!);
      })
      .whenComplete(() => Intercom.instance.loginIdentifiedUser(userId: user.id));

  String _hash(String id, String key) =>
      crypto.Hmac(crypto.sha256, utf8.encode(key)).convert(utf8.encode(id)).toString();

  Future<void> minted(User user, AppConfig config) async {
    await Intercom.instance.setUserHash(_hash(user.id, config.intercomIdentitySecret)); // want frontendkey, identityhash
    await Intercom.instance.loginIdentifiedUser(userId: user.id);
  }

  String etag(String body, String key) => _hash(body, key);
}
