using System.Collections;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Bdrc.Core.Serialization;

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
            else if (property.Set is { } set && KeepsDefault(property.PropertyType))
                property.Set = (model, value) => Assign(set, model, value);
        }
    }

    private static void Assign(Action<object, object?> set, object model, object? value)
    {
        if (value is not null)
            set(model, value);
    }

    // Null for a list means "nothing to say": the model's own empty one stands.
    private static bool KeepsDefault(Type type) => typeof(IEnumerable).IsAssignableFrom(type) && type != typeof(string);
}
