using System.Reflection;

namespace Bdrc.Isolation.Tests;

public sealed class SignatureTests
{
    private const BindingFlags AllMembers =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    [Fact]
    public void Uses_no_private_type_in_a_signature()
    {
        StagedModule.Run("Get-BdrcContext -Context (Connect-Bdrc -Sandbox) | Out-Null");
        var module = AppDomain.CurrentDomain.GetAssemblies().Single(assembly => assembly.GetName().Name == "Bdrc");

        var named = module.GetTypes().SelectMany(SignatureTypes).SelectMany(WithArguments).Select(type => type.Assembly.GetName().Name!);

        Assert.DoesNotContain(named.Distinct(StringComparer.Ordinal), name => name is "Bdrc.Core" or "Bdrc.Sandbox");
    }

    // Includes the closures and state machines that the compiler generates.
    private static IEnumerable<Type> SignatureTypes(Type type)
    {
        if (type.BaseType is { } parent)
            yield return parent;
        foreach (var contract in type.GetInterfaces())
            yield return contract;
        foreach (var field in type.GetFields(AllMembers))
            yield return field.FieldType;
        foreach (var property in type.GetProperties(AllMembers))
            yield return property.PropertyType;
        foreach (var constructor in type.GetConstructors(AllMembers))
        {
            foreach (var parameter in constructor.GetParameters())
                yield return parameter.ParameterType;
        }

        foreach (var method in type.GetMethods(AllMembers))
        {
            yield return method.ReturnType;
            foreach (var parameter in method.GetParameters())
                yield return parameter.ParameterType;
        }
    }

    private static IEnumerable<Type> WithArguments(Type type) =>
        type.IsGenericType ? type.GetGenericArguments().SelectMany(WithArguments).Append(type) : [type];
}
