@import Intercom;
#import "AppDelegate.h"

@implementation AppDelegate {
    BOOL _started;
    NSString *_jwt;
}

- (BOOL)application:(UIApplication *)application didFinishLaunchingWithOptions:(NSDictionary *)launchOptions {
    [Intercom setApiKey:@"ios_sdk-9f86d081884c7d659a2feaa0c55ad015a3bf4f1b" forAppId:@"ab12cd34"];
    dispatch_async(dispatch_get_global_queue(QOS_CLASS_UTILITY, 0), ^{
        NSString *token = [self->_store token];
        dispatch_async(dispatch_get_main_queue(), ^{
            if (token) {
                [Intercom setUserJwt:token];
                [self identify];
            }
        });
    });
    return YES;
}

- (void)identify {
    ICMUserAttributes *attributes = [ICMUserAttributes new];
    [attributes setUserId:self.user.identifier];
    [attributes setEmail:self.user.email];
    [Intercom loginUserWithUserAttributes:attributes
                                  success:^{ self->_started = YES; }
                                  failure:^(NSError * _Nonnull error) { self->_started = NO; }];
}

@end
