@import Intercom;
#import "AppDelegate.h"

@implementation AppDelegate

- (void)restore {
    ICMUserAttributes *attributes = [ICMUserAttributes new];
    [attributes setUserId:self.user.identifier];
    dispatch_async(dispatch_get_global_queue(QOS_CLASS_UTILITY, 0), ^{
        NSString *token = [self.store token];
        dispatch_async(dispatch_get_main_queue(), ^{
            [Intercom setUserJwt:token];
        });
    });
    [Intercom loginUserWithUserAttributes:attributes success:nil failure:nil]; // want unsignedboot
}

- (void)restoreNameOnly {
    ICMUserAttributes *attributes = [ICMUserAttributes new];
    attributes.name = self.user.name;
    [Intercom loginUserWithUserAttributes:attributes success:nil failure:nil];
}

@end
