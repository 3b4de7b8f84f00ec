using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Bdrc.Package.Tests.Assemblies;

/// <summary>The metadata of an assembly that is not loaded.</summary>
internal sealed class AssemblyFile : IDisposable
{
    private readonly PEReader _file;

    public AssemblyFile(string path)
    {
        _file = new PEReader(File.OpenRead(path));
        Metadata = _file.GetMetadataReader();
    }

    public MetadataReader Metadata { get; }

    public Version Version => Metadata.GetAssemblyDefinition().Version;

    public IEnumerable<(string Name, Version Version)> References()
    {
        foreach (var handle in Metadata.AssemblyReferences)
        {
            var reference = Metadata.GetAssemblyReference(handle);
            yield return (Metadata.GetString(reference.Name), reference.Version);
        }
    }

    /// <summary>The types and members (<c>Type::Member</c>) that it uses of another assembly.</summary>
    public IEnumerable<string> MembersUsedOf(string assembly)
    {
        foreach (var handle in Metadata.TypeReferences)
        {
            if (IsFrom(handle, assembly))
                yield return NameOf(handle);
        }

        foreach (var handle in Metadata.MemberReferences)
        {
            var member = Metadata.GetMemberReference(handle);
            if (member.Parent.Kind == HandleKind.TypeReference && IsFrom((TypeReferenceHandle)member.Parent, assembly))
                yield return NameOf((TypeReferenceHandle)member.Parent) + "::" + Metadata.GetString(member.Name);
        }
    }

    /// <summary>The types and members that it defines, in the form of <see cref="MembersUsedOf"/>.</summary>
    public HashSet<string> Definitions()
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var handle in Metadata.TypeDefinitions)
        {
            var type = Metadata.GetTypeDefinition(handle);
            var name = NameOf(handle);
            names.Add(name);
            foreach (var method in type.GetMethods())
                names.Add(name + "::" + Metadata.GetString(Metadata.GetMethodDefinition(method).Name));
            foreach (var field in type.GetFields())
                names.Add(name + "::" + Metadata.GetString(Metadata.GetFieldDefinition(field).Name));
        }

        return names;
    }

    public void Dispose() => _file.Dispose();

    private bool IsFrom(TypeReferenceHandle handle, string assembly)
    {
        var scope = Metadata.GetTypeReference(handle).ResolutionScope;
        return scope.Kind switch
        {
            HandleKind.TypeReference => IsFrom((TypeReferenceHandle)scope, assembly),
            HandleKind.AssemblyReference =>
                Metadata.GetString(Metadata.GetAssemblyReference((AssemblyReferenceHandle)scope).Name) == assembly,
            _ => false,
        };
    }

    private string NameOf(TypeReferenceHandle handle)
    {
        var type = Metadata.GetTypeReference(handle);
        return type.ResolutionScope.Kind == HandleKind.TypeReference
            ? NameOf((TypeReferenceHandle)type.ResolutionScope) + "+" + Metadata.GetString(type.Name)
            : Metadata.GetString(type.Namespace) + "." + Metadata.GetString(type.Name);
    }

    private string NameOf(TypeDefinitionHandle handle)
    {
        var type = Metadata.GetTypeDefinition(handle);
        return type.GetDeclaringType().IsNil
            ? Metadata.GetString(type.Namespace) + "." + Metadata.GetString(type.Name)
            : NameOf(type.GetDeclaringType()) + "+" + Metadata.GetString(type.Name);
    }
}
