// What stylelint asks of the style sheet.
const MATERIAL = "^(md-.+|[a-z][a-z0-9]*(-[a-z0-9]+)*)$";

export default {
  extends: "stylelint-config-standard",
  // Material's own rules, as `make trim` leaves them.
  ignoreFiles: "theme/components/material/*.css",
  rules: {
    "color-named": "never",
    "declaration-no-important": true,
    "function-url-scheme-disallowed-list": ["/^https?$/"],
    "custom-property-pattern": MATERIAL,
    "selector-class-pattern": MATERIAL,
    // Phones of 2021 know `min-width:`, and not yet `width >=`.
    "media-feature-range-notation": "prefix",
    "property-no-vendor-prefix": [true, { ignoreProperties: ["-webkit-text-size-adjust", "-webkit-mask"] }],
    "value-keyword-case": ["lower", { camelCaseSvgKeywords: true }],
    // The sheet goes through the page part by part; within a part, what belongs together stands together.
    "no-descending-specificity": null,
    "at-rule-empty-line-before": null,
    "custom-property-empty-line-before": null,
    "rule-empty-line-before": null,
  },
};
