# The main job on the sandbox. No account and no network are needed. First, connect.
Connect-Bdrc -Sandbox
# Is the service open?
Get-BdrcService
# Refresh the inventory and wait until the task has ended.
Update-BdrcResource | Wait-BdrcTask
# The tasks of this account.
Get-BdrcTask
# A task that does not exist: one clear error with a category.
try { Get-BdrcTask t-unknown -ErrorAction Stop } catch { "$($_.CategoryInfo.Category): $($_.Exception.Message)" }
