package await

import "example.com/names/phasync"

func Task(Task phasync.Task) string { return "awaiting " + string(rune('0'+Task.Run()/10)) }

func For(await int) int { return await }
