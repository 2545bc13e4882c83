package head

import x y
