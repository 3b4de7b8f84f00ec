# Views and types are in a manifest of their own. The engine processes those of Bdrc.psd1 before any code of the module runs, and
# a second version would then fail on members that the first has defined, before the resolver could say why.
@{
    ModuleVersion      = '0.1.0'
    # The types refer to methods of this assembly. The engine loads it from here also when the path contains [ or ].
    RequiredAssemblies = @('Bdrc.dll')
    FormatsToProcess   = @('Bdrc.format.ps1xml')
    TypesToProcess     = @('Bdrc.types.ps1xml', 'Bdrc.deserialized.types.ps1xml')
    FunctionsToExport  = @()
    CmdletsToExport    = @()
    VariablesToExport  = @()
    AliasesToExport    = @()
}
