#import <Intercom/Intercom.h>

@implementation Support

- (void)loginWithToken:(NSString *)jwt user:(User *)user {
    NSLog(@"Intercom token %@ for %@", jwt, user.identifier); // want secretlog
    NSLog(@"Intercom token of %lu characters", (unsigned long)jwt.length);
    DDLogDebug(@"token: %@", jwt); // want secretlog
    [Intercom setUserJwt:jwt];
    ICMUserAttributes *attributes = [ICMUserAttributes new];
    attributes.userId = user.identifier;
    [Intercom loginUserWithUserAttributes:attributes success:^{
        NSLog(@"logged in");
    } failure:^(NSError * _Nonnull error) {
        NSLog(@"failed: %@", error.localizedDescription);
    }];
}

@end
