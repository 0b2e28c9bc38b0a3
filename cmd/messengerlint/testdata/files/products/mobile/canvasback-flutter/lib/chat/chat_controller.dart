import 'package:flutter/widgets.dart';
import 'package:intercom_flutter/intercom_flutter.dart';

typedef FetchJwt = Future<String> Function(String userId);

class ChatController with WidgetsBindingObserver {
  ChatController(this._fetchIntercomJwt);

  final FetchJwt _fetchIntercomJwt;
  String? _userId;

  Future<void> attach(String userId) async {
    _userId = userId;
    final intercomJwt = await _fetchIntercomJwt(userId);
    await Intercom.instance.setUserHash(intercomJwt); // want identityhash
    await Intercom.instance.loginIdentifiedUser(userId: userId);
    WidgetsBinding.instance.addObserver(this);
  }

  @override
  void didChangeAppLifecycleState(AppLifecycleState state) {
    if (state == AppLifecycleState.resumed && _userId != null) {
      Intercom.instance.setLauncherVisibility(IntercomVisibility.visible);
    }
  }

  Future<void> detach() async {
    WidgetsBinding.instance.removeObserver(this);
    _userId = null;
    await Intercom.instance.logout();
  }
}
