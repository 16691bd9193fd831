// What the platform supplies to every app; the panel's own script takes these from here.
globalThis.__standPlatform = {
  react: require('react'),
  'react-dom': require('react-dom'),
  'react-intl': require('react-intl'),
  'react-apollo': require('react-apollo'),
  'apollo-client': require('apollo-client'),
  'graphql-tag': require('graphql-tag'),
  'prop-types': require('prop-types'),
  'vtex.styleguide': require('@vtex/styleguide'),
  'vtex.render-runtime': require('../runtime/renderRuntime'),
}
