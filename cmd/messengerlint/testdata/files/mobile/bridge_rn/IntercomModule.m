#import <React/RCTBridgeModule.h>
#import <Intercom/Intercom.h>

@interface IntercomModule : NSObject <RCTBridgeModule>
@end

@implementation IntercomModule

RCT_EXPORT_MODULE();

RCT_EXPORT_METHOD(setUserJwt:(NSString *)jwt resolver:(RCTPromiseResolveBlock)resolve rejecter:(RCTPromiseRejectBlock)reject) {
    [Intercom setUserJwt:jwt];
    resolve(@(YES));
};

RCT_EXPORT_METHOD(login:(NSString *)userId resolver:(RCTPromiseResolveBlock)resolve rejecter:(RCTPromiseRejectBlock)reject) {
    ICMUserAttributes *attributes = [ICMUserAttributes new];
    attributes.userId = userId;
    [Intercom loginUserWithUserAttributes:attributes success:^{ resolve(@(YES)); } failure:^(NSError * _Nonnull error) {
        reject(@"login", @"failed", error);
    }];
}

RCT_EXPORT_METHOD(loginWithToken:(NSString *)userId jwt:(NSString *)jwt) {
    ICMUserAttributes *attributes = [ICMUserAttributes new];
    attributes.userId = userId;
    [Intercom loginUserWithUserAttributes:attributes success:nil failure:nil]; // want unsignedboot
    [Intercom setUserJwt:jwt];
}

@end
