import 'package:flutter/material.dart';
import 'package:intercom_flutter/intercom_flutter.dart';

Future<void> main() async {
  WidgetsFlutterBinding.ensureInitialized();
  await Intercom.instance.initialize(
    'ab12cd34',
    androidApiKey: 'android_sdk-9f86d081884c7d659a2feaa0c55ad015a3bf4f1b',
    iosApiKey: 'ios_sdk-9f86d081884c7d659a2feaa0c55ad015a3bf4f1b',
  );
  runApp(const App());
}

class App extends StatefulWidget {
  const App({super.key});

  @override
  State<App> createState() => _AppState();
}

class _AppState extends State<App> {
  @override
  void initState() {
    super.initState();
    final email = Preferences.email;
    if (email != null) {
      Intercom.instance.loginIdentifiedUser(email: email); // want unsignedboot
    } else {
      Intercom.instance.loginUnidentifiedUser();
    }
  }

  @override
  Widget build(BuildContext context) => MaterialApp(
        home: Scaffold(
          floatingActionButton: FloatingActionButton(
            onPressed: () => Intercom.instance.displayMessenger(),
            child: const Icon(Icons.chat),
          ),
        ),
      );
}
