/**
 * `!important` on `:host` inside the shadow root beats any rule and any inline style of the page, so nothing outside
 * can move, fade or clip the host by style.
 */
export const HOST_STYLE = `:host{all:initial!important;position:fixed!important;inset:auto!important;margin:0!important;padding:0!important;border:0!important;background:transparent!important;width:max-content!important;height:max-content!important;max-width:calc(100vw - 8px)!important;overflow:visible!important;display:block!important;visibility:visible!important;opacity:1!important;pointer-events:auto!important;color-scheme:light dark!important}
iframe{display:block;border:0;color-scheme:light dark}
:host(:not(:popover-open)){display:none!important}`;
