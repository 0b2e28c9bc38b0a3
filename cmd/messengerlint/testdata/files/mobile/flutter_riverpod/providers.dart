import 'package:flutter_riverpod/flutter_riverpod.dart';
import 'package:intercom_flutter/intercom_flutter.dart';

final supportProvider = FutureProvider.autoDispose<void>((ref) async {
  final user = ref.watch(userProvider);
  if (user == null) {
    await Intercom.instance.loginUnidentifiedUser();
    return;
  }
  final jwt = await ref.read(apiProvider).messengerJwt(user.id);
  if (jwt != null) {
    await Intercom.instance.setUserJwt(jwt);
  }
  await Intercom.instance.loginIdentifiedUser(userId: user.id);
});

final legacySupportProvider = FutureProvider.autoDispose<void>((ref) async {
  final user = ref.watch(userProvider);
  if (user == null) {
    await Intercom.instance.loginUnidentifiedUser();
  } else {
    await Intercom.instance.loginIdentifiedUser(email: user.email, statusCallback: IntercomStatusCallback( // want unsignedboot
      onSuccess: () => ref.read(loggerProvider).info('ok'),
    ));
    final jwt = await ref.read(apiProvider).messengerJwt(user.id);
    await Intercom.instance.setUserJwt(jwt);
  }
});
