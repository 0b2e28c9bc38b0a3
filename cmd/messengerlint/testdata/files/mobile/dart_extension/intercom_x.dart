import 'package:intercom_flutter/intercom_flutter.dart';

extension IntercomX on Intercom {
  Future<void> identify({required String userId, required String? jwt}) async {
    if (jwt case final token?) {
      await setUserJwt(token);
    } else {
      return loginUnidentifiedUser();
    }
    await loginIdentifiedUser(userId: userId);
  }

  Future<void> identifyLate({required String userId, required String jwt}) async {
    await loginIdentifiedUser(userId: userId); // want unsignedboot
    await setUserJwt(jwt);
  }
}
