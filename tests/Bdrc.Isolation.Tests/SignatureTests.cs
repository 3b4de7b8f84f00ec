using System.Reflection;

namespace Bdrc.Isolation.Tests;

/// <summary>
/// The engine reflects over Bdrc.dll during the import. What it touches must not name a type of Core or the sandbox: without
/// the resolver the import would fail, and with it the import would have to load them. It touches base classes, interfaces and
/// attributes, members that are visible outside, and fields of value types, which the runtime lays out with their type.
/// Measured in PowerShell 7.4 and 7.6 with the assembly absent: private members and fields of reference types do no harm.
/// </summary>
public sealed class SignatureTests
{
    private const BindingFlags Everything =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    [Fact]
    public void Names_no_private_type_where_the_engine_reflects()
    {
        StagedModule.Run("Get-BdrcContext -Context (Connect-Bdrc -Sandbox) | Out-Null");
        var module = AppDomain.CurrentDomain.GetAssemblies().Single(assembly => assembly.GetName().Name == "Bdrc");

        var named = module.GetTypes().SelectMany(NamedBy).SelectMany(WithArguments).Select(type => type.Assembly.GetName().Name!);

        Assert.DoesNotContain(named.Distinct(StringComparer.Ordinal), name => name is "Bdrc.Core" or "Bdrc.Sandbox");
    }

    [Fact]
    public async Task Lists_every_command_and_parameter_without_resolver_and_Core()
    {
        const string List = "Get-Command -Module Bdrc | ForEach-Object { \"$($_.Name) $($_.Parameters.Count)\" }";
        using var copy = new ModuleCopy();
        Directory.Delete(Path.Combine(copy.Folder, "lib"), recursive: true);

        var alone = await CaseProcess.RunAsync($"Import-Module '{Path.Combine(copy.Folder, "Bdrc.dll")}'\n{List}");

        Assert.NotEmpty(alone);
        Assert.Equal(await CaseProcess.RunAsync($"Import-Module '{StagedModule.Manifest}'\n{List}"), alone);
    }

    // Closures and state machines of the compiler are types of the assembly too.
    private static IEnumerable<Type> NamedBy(Type type)
    {
        if (type.BaseType is { } parent)
            yield return parent;
        foreach (var contract in type.GetInterfaces())
            yield return contract;
        foreach (var attribute in type.GetMembers(Everything).Prepend(type).SelectMany(member => member.CustomAttributes))
            yield return attribute.AttributeType;
        foreach (var field in type.GetFields(Everything))
        {
            if (field.FieldType.IsValueType || (type.IsVisible && (field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly)))
                yield return field.FieldType;
        }

        foreach (var method in type.GetMethods(Everything).Concat<MethodBase>(type.GetConstructors(Everything)).Where(IsVisible))
        {
            if (method is MethodInfo { ReturnType: var result })
                yield return result;
            foreach (var parameter in method.GetParameters())
                yield return parameter.ParameterType;
        }
    }

    // The accessors of a property are methods; a member of a type that is not visible is not either.
    private static bool IsVisible(MethodBase method) =>
        method.DeclaringType!.IsVisible && (method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly);

    private static IEnumerable<Type> WithArguments(Type type) =>
        type.IsGenericType ? type.GetGenericArguments().SelectMany(WithArguments).Append(type) : [type];
}
