const webpack = require('webpack');

module.exports = {
  entry: './src/index.js',
  plugins: [
    new webpack.DefinePlugin({
      'process.env.INTERCOM_APP_ID': JSON.stringify(process.env.INTERCOM_APP_ID),
      'process.env.INTERCOM_IDENTITY_SECRET': JSON.stringify(process.env.INTERCOM_IDENTITY_SECRET), // want frontendkey
    }),
    new webpack.EnvironmentPlugin(['NODE_ENV', 'INTERCOM_JWT_SECRET']), // want frontendkey
  ],
};
