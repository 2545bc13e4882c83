package thing

import "example.com/common"

const Name = "thing 1.2 with " + common.Name
