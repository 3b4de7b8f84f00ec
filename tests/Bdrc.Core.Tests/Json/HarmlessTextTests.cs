namespace Bdrc.Core.Tests.Json;

/// <summary>The check for harmful text, which runs for every object, covers each property that holds text.</summary>
public sealed class HarmlessTextTests
{
    private const string Harmful = "x\u001b[2J";

    public static TheoryData<Type> Types =>
        [.. typeof(BdrcObject).Assembly.GetTypes().Where(type => type.BaseType == typeof(BdrcObject))];

    [Theory]
    [MemberData(nameof(Types))]
    public void Finds_harmful_text_in_every_property(Type type)
    {
        Assert.True(Create(type).HasHarmlessText);
        foreach (var property in type.GetProperties().Where(property => property.CanWrite))
        {
            if (HarmfulValue(property.PropertyType) is not { } value)
                continue;
            var item = Create(type);
            property.SetValue(item, value);

            Assert.False(item.HasHarmlessText, $"{type.Name}.{property.Name}");
        }
    }

    private static BdrcObject Create(Type type) => (BdrcObject)Activator.CreateInstance(type)!;

    private static object? HarmfulValue(Type type)
    {
        if (type == typeof(string))
            return Harmful;
        if (type == typeof(IDictionary<string, object?>))
            return new Dictionary<string, object?> { ["new"] = new object?[] { 1L, Harmful } };
        if (typeof(BdrcObject).IsAssignableFrom(type))
            return HarmfulObject(type);
        if (!type.IsGenericType || type.GetGenericTypeDefinition() != typeof(IList<>))
            return null;

        var item = type.GetGenericArguments()[0];
        var list = Array.CreateInstance(item, 1);
        list.SetValue(item == typeof(string) ? Harmful : HarmfulObject(item), 0);
        return list;
    }

    private static BdrcObject HarmfulObject(Type type)
    {
        var item = Create(type);
        item.AdditionalProperties = new Dictionary<string, object?> { [Harmful] = 1L };
        return item;
    }
}
