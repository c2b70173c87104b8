using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace CustomerInsight.Models;

/// <summary>The envelope of all model files: what kind of model, which version of the format, then the model.</summary>
internal static class ModelFile
{
    private const string Kind = "kind";
    private const string Version = "version";
    private const string Model = "model";

    public static void Save<T>(Stream destination, string kind, int version, T content, JsonTypeInfo<T> type)
    {
        ArgumentNullException.ThrowIfNull(destination);
        using var writer = new Utf8JsonWriter(destination, new JsonWriterOptions { Indented = true });
        writer.WriteStartObject();
        writer.WriteString(Kind, kind);
        writer.WriteNumber(Version, version);
        writer.WritePropertyName(Model);
        JsonSerializer.Serialize(writer, content, type);
        writer.WriteEndObject();
    }

    public static TModel Load<T, TModel>(Stream source, string kind, int version, JsonTypeInfo<T> type, Func<T, TModel> make)
    {
        ArgumentNullException.ThrowIfNull(source);
        try
        {
            using var document = JsonDocument.Parse(source);
            return make(Content(document.RootElement, kind, version, type));
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or NotSupportedException)
        {
            throw new ModelFileException(ModelFileException.Unreadable, $"The file is not a complete JSON file of kind '{kind}'. Check that it was copied in full, or save the model again.", exception);
        }
        catch (Exception exception) when (exception is ArgumentException or OverflowException)
        {
            throw new ModelFileException(ModelFileException.ImpossibleValues, $"The file of kind '{kind}' holds numbers that no model has, so it was changed by hand or by an error. Save the model again.", exception);
        }
    }

    private static T Content<T>(JsonElement root, string kind, int version, JsonTypeInfo<T> type)
    {
        try
        {
            Check(root, kind, version);
            return root.GetProperty(Model).Deserialize(type)
                ?? throw new ModelFileException(ModelFileException.Unreadable, $"The file of kind '{kind}' has no model in it. Save the model again.");
        }
        catch (InvalidOperationException exception)
        {
            // What the parser lets pass and the reader refuses: a text that is no UTF-8, or half of a surrogate pair.
            throw new JsonException("A text of the file cannot be read.", exception);
        }
    }

    private static void Check(JsonElement root, string kind, int version)
    {
        if (root.ValueKind != JsonValueKind.Object
            || !root.TryGetProperty(Kind, out JsonElement found)
            || found.ValueKind != JsonValueKind.String
            || found.GetString() != kind)
        {
            throw new ModelFileException(ModelFileException.OtherKind, $"The file does not hold a model of kind '{kind}'. Load it with the type that saved it; its first field says which.");
        }

        if (!root.TryGetProperty(Version, out JsonElement number) || number.ValueKind != JsonValueKind.Number || !number.TryGetInt32(out int written) || written < 1)
        {
            throw new ModelFileException(ModelFileException.Unreadable, $"The file of kind '{kind}' does not say its format version. Save the model again.");
        }

        if (written > version)
        {
            throw new ModelFileException(
                ModelFileException.NewerVersion,
                FormattableString.Invariant($"The file has format version {written}, but this version of the library reads up to {version}. Update CustomerInsight.Models, or fit and save the model with this version."));
        }
    }
}
