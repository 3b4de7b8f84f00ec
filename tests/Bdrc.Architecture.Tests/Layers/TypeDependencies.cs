using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Bdrc.Architecture.Tests.Layers;

/// <summary>The uses of types by types in one assembly: signatures, attributes, locals, catch clauses and every operand in IL.</summary>
/// <remarks>
/// NetArchTest 1.3.2 finds all planted references but one: a type that is an argument of an attribute, as in
/// <c>[JsonConverter(typeof(X))]</c>, which Core uses. Therefore this class reads the assembly with Mono.Cecil.
/// </remarks>
internal static class TypeDependencies
{
    /// <summary>Reads the uses in an assembly; a nested or compiler-generated type counts as its outermost type.</summary>
    public static IReadOnlySet<TypeDependency> Read(string path)
    {
        using var module = ModuleDefinition.ReadModule(path);
        var dependencies = new HashSet<TypeDependency>();
        foreach (var type in module.GetTypes())
        {
            var origin = Outermost(type);
            foreach (var target in UsedBy(type).SelectMany(Parts).Select(Outermost))
            {
                if (target.FullName != origin.FullName && target.Scope == module)
                    dependencies.Add(new TypeDependency(origin.Namespace, origin.Name, target.Namespace, target.Name));
            }
        }

        return dependencies;
    }

    /// <summary>The namespaces that declare types, without those of compiler-generated code.</summary>
    public static IReadOnlySet<string> Namespaces(string path, string root)
    {
        using var module = ModuleDefinition.ReadModule(path);
        return module.Types.Select(type => type.Namespace)
            .Where(name => name == root || name.StartsWith(root + ".", StringComparison.Ordinal))
            .ToHashSet(StringComparer.Ordinal);
    }

    private static IEnumerable<TypeReference?> UsedBy(TypeDefinition type) =>
    [
        type.BaseType,
        .. type.Interfaces.Select(contract => contract.InterfaceType),
        .. type.GenericParameters.SelectMany(parameter => parameter.Constraints).Select(constraint => constraint.ConstraintType),
        .. type.Fields.Select(field => field.FieldType),
        .. type.Properties.Select(property => property.PropertyType),
        .. type.Events.Select(added => added.EventType),
        .. Attributes(type),
        .. type.Fields.SelectMany(Attributes),
        .. type.Properties.SelectMany(Attributes),
        .. type.Methods.SelectMany(UsedBy),
    ];

    private static IEnumerable<TypeReference?> UsedBy(MethodDefinition method) =>
    [
        .. SignatureOf(method),
        .. method.GenericParameters.SelectMany(parameter => parameter.Constraints).Select(constraint => constraint.ConstraintType),
        .. method.Overrides.SelectMany(SignatureOf),
        .. Attributes(method),
        .. method.Parameters.SelectMany(Attributes),
        .. method.HasBody ? UsedBy(method.Body) : [],
    ];

    private static IEnumerable<TypeReference?> UsedBy(MethodBody body) =>
    [
        .. body.Variables.Select(variable => variable.VariableType),
        .. body.ExceptionHandlers.Select(handler => handler.CatchType),
        .. body.Instructions.SelectMany(instruction => UsedBy(instruction)),
    ];

    private static IEnumerable<TypeReference?> UsedBy(Instruction instruction) => instruction.Operand switch
    {
        TypeReference type => [type],
        FieldReference field => [field.DeclaringType, field.FieldType],
        MethodReference method => SignatureOf(method),
        CallSite site => [site.ReturnType, .. site.Parameters.Select(parameter => parameter.ParameterType)],
        _ => [],
    };

    private static IEnumerable<TypeReference?> SignatureOf(MethodReference method) =>
    [
        method.DeclaringType,
        method.ReturnType,
        .. method.Parameters.Select(parameter => parameter.ParameterType),
        .. method is GenericInstanceMethod generic ? generic.GenericArguments : [],
    ];

    private static IEnumerable<TypeReference?> Attributes(ICustomAttributeProvider provider) =>
        provider.CustomAttributes.SelectMany(attribute => attribute.ConstructorArguments
            .Concat(attribute.Properties.Select(property => property.Argument))
            .Concat(attribute.Fields.Select(field => field.Argument))
            .Select(argument => argument.Value as TypeReference)
            .Append(attribute.AttributeType));

    // Splits List<T[]> into List and T.
    private static IEnumerable<TypeReference> Parts(TypeReference? type) => type switch
    {
        null or GenericParameter => [],
        GenericInstanceType generic => [generic.ElementType, .. generic.GenericArguments.SelectMany(Parts)],
        FunctionPointerType pointer => SignatureParts(pointer),
        IModifierType modifier => [.. Parts(modifier.ElementType), .. Parts(modifier.ModifierType)],
        TypeSpecification specification => Parts(specification.ElementType),
        _ => [type],
    };

    private static IEnumerable<TypeReference> SignatureParts(FunctionPointerType pointer) =>
        [.. Parts(pointer.ReturnType), .. pointer.Parameters.SelectMany(parameter => Parts(parameter.ParameterType))];

    private static TypeReference Outermost(TypeReference type) => type.DeclaringType is { } outer ? Outermost(outer) : type;
}

/// <summary>A use of one type by another.</summary>
internal sealed record TypeDependency(string OriginNamespace, string Origin, string TargetNamespace, string Target)
{
    public override string ToString() => $"{OriginNamespace}.{Origin} -> {TargetNamespace}.{Target}";
}
