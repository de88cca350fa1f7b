/* Runs before the first paint, in any browser however old (plain ES5, no module): sends those that cannot run the application to a
   page that says so, and puts theme, language, direction and the company's colours on <html> so that nothing flashes. */
;(function () {
  var html = document.documentElement
  var able =
    'noModule' in document.createElement('script') &&
    typeof window.structuredClone === 'function' &&
    typeof Array.prototype.at === 'function' &&
    typeof Array.prototype.findLast === 'function' &&
    window.CSS &&
    CSS.supports('inset-inline', '0') &&
    CSS.supports('aspect-ratio', '1')
  if (!able) {
    location.replace('/unsupported.html')
    return
  }
  function cookie(name) {
    var found = new RegExp('(?:^|; )' + name + '=([^;]*)').exec(document.cookie)
    return found ? decodeURIComponent(found[1]) : ''
  }
  var language = cookie('assura_language')
  if (!/^(fr|ar|en)$/.test(language)) language = /^(fr|ar|en)$/.test(html.lang) ? html.lang : 'fr'
  html.lang = language
  html.dir = language === 'ar' ? 'rtl' : 'ltr'
  var theme = cookie('assura_theme')
  if (theme !== 'light' && theme !== 'dark') theme = window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
  html.setAttribute('data-theme', theme)
  try {
    var brand = JSON.parse(localStorage.getItem('assura_brand') || 'null')
    if (brand && brand.colors) for (var name in brand.colors) html.style.setProperty('--brand-' + name, brand.colors[name])
  } catch (none) {
    void none
    /* no storage: the default colours */
  }
})()
