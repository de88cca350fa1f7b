import '#kernel/web/theme/tokens.css'
import '#kernel/web/theme/fonts.css'
import '#kernel/web/ui/icons.css'
