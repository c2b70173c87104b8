using System.Text.Encodings.Web;
using System.Text.Json;

namespace CustomerInsight.Matching;

public sealed partial class MatchModel
{
    /// <summary>The version of the file format that <see cref="Save"/> writes.</summary>
    public const int FormatVersion = 1;

    private const string FileKind = "customer-insight/match-model";

    // A file is not HTML: letters of every script stand in it as they are.
    private static readonly JsonWriterOptions Layout = new()
    {
        Indented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
#if NET9_0_OR_GREATER
        NewLine = "\n",
#endif
    };

    /// <summary>Writes the model as JSON; every number reads back exactly, and equal models give equal bytes on every system.</summary>
    /// <param name="destination">Where to. Stays open.</param>
    /// <param name="options">What of the records' values the file holds; null for all that the model needs. They are personal data.</param>
    public void Save(Stream destination, MatchModelSaveOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(destination);
        var envelope = new MatchModelEnvelope { Kind = FileKind, Version = FormatVersion, Model = MatchModelFile.From(this, options ?? new MatchModelSaveOptions()) };
#if NET9_0_OR_GREATER
        Write(destination, envelope);
#else
        // Here the writer breaks lines as the system does. In the texts of JSON a carriage return is always escaped, so each is of a line's end.
        using var written = new MemoryStream();
        Write(written, envelope);
        ReadOnlySpan<byte> rest = written.GetBuffer().AsSpan(0, (int)written.Length);
        while (rest.IndexOf((byte)'\r') is >= 0 and int end)
        {
            destination.Write(rest[..end]);
            rest = rest[(end + 1)..];
        }

        destination.Write(rest);
#endif
    }

    /// <summary>Reads a model that <see cref="Save"/> wrote, in this or an earlier version.</summary>
    /// <param name="source">Where from. Stays open.</param>
    /// <param name="options">The host's own comparators and parts of values, if its model uses any; null for none.</param>
    /// <returns>The model: it gives every pair the weight that the saved one gave.</returns>
    /// <exception cref="MatchModelFileException">The file is of a newer version, holds something else, is damaged, or names what is not known; the exception says where.</exception>
    public static MatchModel Load(Stream source, MatchModelLoadOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(source);
        MatchModelEnvelope? envelope;
        try
        {
            using var document = JsonDocument.Parse(source);
            CheckKind(document.RootElement);
            envelope = document.RootElement.Deserialize(MatchModelJson.Default.MatchModelEnvelope);
        }
        catch (JsonException exception)
        {
            throw new MatchModelFileException(MatchModelFileException.Unreadable, exception.Path ?? "$", "the file is not the complete JSON of a match model. Check that it was copied in full and not changed by hand, or save the model again", exception);
        }

        return FileCheck.Present(envelope?.Model, "$.model").ToModel(options ?? new MatchModelLoadOptions(), "$.model");
    }

    private static void Write(Stream destination, MatchModelEnvelope envelope)
    {
        using var writer = new Utf8JsonWriter(destination, Layout);
        JsonSerializer.Serialize(writer, envelope, MatchModelJson.Default.MatchModelEnvelope);
    }

    /// <summary>Kind and version first: a newer file may look different in everything else.</summary>
    private static void CheckKind(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("kind", out JsonElement kind) || kind.ValueKind != JsonValueKind.String || kind.GetString() != FileKind)
        {
            throw new MatchModelFileException(MatchModelFileException.OtherKind, "$.kind", $"the file does not hold a model of kind '{FileKind}'. Load it with the type that saved it; read a model of Splink's with {nameof(SplinkModel)}");
        }

        if (!root.TryGetProperty("version", out JsonElement version) || version.ValueKind != JsonValueKind.Number || !version.TryGetInt32(out int written) || written < 1)
        {
            throw new MatchModelFileException(MatchModelFileException.Unreadable, "$.version", "the file does not say its format version. Save the model again");
        }

        if (written > FormatVersion)
        {
            throw new MatchModelFileException(
                MatchModelFileException.NewerVersion,
                "$.version",
                FormattableString.Invariant($"the file has format version {written}, but this version of the library reads up to {FormatVersion}. Update CustomerInsight.Matching, or train and save the model with this version"));
        }
    }
}
