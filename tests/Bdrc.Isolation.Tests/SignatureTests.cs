using System.Reflection;

namespace Bdrc.Isolation.Tests;

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

    // Closures and state machines of the compiler are types of the assembly too.
    private static IEnumerable<Type> NamedBy(Type type)
    {
        if (type.BaseType is { } parent)
            yield return parent;
        foreach (var contract in type.GetInterfaces())
            yield return contract;
        foreach (var field in type.GetFields(Everything))
            yield return field.FieldType;
        foreach (var property in type.GetProperties(Everything))
            yield return property.PropertyType;
        foreach (var constructor in type.GetConstructors(Everything))
        {
            foreach (var parameter in constructor.GetParameters())
                yield return parameter.ParameterType;
        }

        foreach (var method in type.GetMethods(Everything))
        {
            yield return method.ReturnType;
            foreach (var parameter in method.GetParameters())
                yield return parameter.ParameterType;
        }
    }

    private static IEnumerable<Type> WithArguments(Type type) =>
        type.IsGenericType ? type.GetGenericArguments().SelectMany(WithArguments).Append(type) : [type];
}
