import 'package:intercom_flutter/intercom_flutter.dart';

class Account {
  Account(this._api, this._chat);

  final AccountApi _api;
  final Intercom _chat;

  Future<void> signIn(String mail) async {
    await _api.loginIdentifiedUser(email: mail);
    await _api.setUserHash(mail);
  }

  Future<void> talk(String mail) async {
    await _chat.loginIdentifiedUser(email: mail); // want unsignedboot
  }
}
