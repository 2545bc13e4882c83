package small

import "example.com/common"

const Name = "small 0.1 with " + common.Name
