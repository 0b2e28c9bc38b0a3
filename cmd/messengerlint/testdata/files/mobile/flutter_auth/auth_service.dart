import 'dart:async';

import 'package:flutter/foundation.dart';
import 'package:intercom_flutter/intercom_flutter.dart';

class AuthService extends ChangeNotifier {
  AuthService(this._api);

  final SupportApi _api;

  Future<void> signIn(User user) async {
    final jwt = await _api.messengerJwt(user.id);
    await Intercom.instance.setUserJwt(jwt);
    await Intercom.instance.loginIdentifiedUser(userId: user.id);
    notifyListeners();
  }

  Future<void> signInWrong(User user) async {
    await Intercom.instance.loginIdentifiedUser(userId: user.id); // want unsignedboot
    await Intercom.instance.setUserJwt(await _api.messengerJwt(user.id));
  }

  void chained(User user) {
    _api
        .messengerJwt(user.id)
        .then((jwt) => Intercom.instance.setUserJwt(jwt))
        .then((_) => Intercom.instance.loginIdentifiedUser(email: user.email));
  }

  void chainedLate(User user) {
    _api.messengerJwt(user.id).then(Intercom.instance.setUserJwt);
    unawaited(Intercom.instance.loginIdentifiedUser(email: user.email)); // want unsignedboot
  }

  Future<void> fallback(User user) async {
    try {
      final jwt = await _api.messengerJwt(user.id);
      await Intercom.instance.setUserJwt(jwt);
      await Intercom.instance.loginIdentifiedUser(userId: user.id);
    } on TimeoutException catch (_) {
      await Intercom.instance.loginIdentifiedUser(userId: user.id); // want unsignedboot
    }
  }

  void cascade(User user, String jwt) {
    Intercom.instance
      ..setUserJwt(jwt)
      ..loginIdentifiedUser(userId: user.id);
  }

  void cascadeWrong(User user, String jwt) {
    Intercom.instance
      ..loginIdentifiedUser(userId: user.id) // want unsignedboot
      ..setUserJwt(jwt);
  }

  Future<void> visitor() => Intercom.instance.loginUnidentifiedUser();

  Future<void> nobody() => Intercom.instance.loginIdentifiedUser(userId: null);
}
