using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Bdrc.Core.Json;

/// <summary>How answers become models: unset collections stay empty, unknown fields are kept, odd ones lose nothing.</summary>
internal static class BdrcJson
{
    public static JsonSerializerOptions Options { get; } = CreateOptions();

    /// <summary>The metadata of an answer type.</summary>
    public static JsonTypeInfo<T> TypeInfo<T>() => (JsonTypeInfo<T>)Options.GetTypeInfo(typeof(T));

    private static JsonSerializerOptions CreateOptions()
    {
        var options = new JsonSerializerOptions
        {
            TypeInfoResolver = BdrcJsonContext.Default.WithAddedModifier(AdaptModel),
        };
        options.Converters.Add(new UnixSecondsConverter());
        options.Converters.Add(new FlagConverter());
        options.Converters.Add(new NumberConverter<int>(Convert.ToInt32));
        options.Converters.Add(new NumberConverter<long>(static value => (long)value));
        options.Converters.Add(new PlainValueConverter());
        options.MakeReadOnly();
        return options;
    }

    private static void AdaptModel(JsonTypeInfo type)
    {
        if (!typeof(BdrcObject).IsAssignableFrom(type.Type))
            return;

        foreach (var property in type.Properties)
        {
            if (property.Name == nameof(BdrcObject.AdditionalProperties))
                property.IsExtensionData = true;
            else if (property.Set is { } set && !property.PropertyType.IsValueType)
                property.Set = (model, value) => Assign(set, model, value);
        }
    }

    // Null means "nothing to say": what the model starts with stands, so a list or an identifier is never null.
    private static void Assign(Action<object, object?> set, object model, object? value)
    {
        if (value is not null)
            set(model, value);
    }
}
