using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace CustomerInsight.Models;

/// <summary>Writes segments as JSON for people: the operator is the property's name.</summary>
internal static class SegmentJsonWriter
{
    // A person reads the file: quotes and letters of any script stay as they are.
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = SegmentNodeReader.MostJsonDepth };

    public static string Set(SegmentSet set) => Text(writer =>
    {
        writer.WriteStartObject();
        writer.WriteString(SegmentJsonNames.Kind, SegmentSet.FileKind);
        writer.WriteNumber(SegmentJsonNames.Version, SegmentSet.FormatVersion);
        writer.WriteStartArray(SegmentJsonNames.Segments);
        foreach (SegmentDefinition segment in set.Segments)
        {
            // Reading says what is wrong at its place.
            if (segment is null)
            {
                writer.WriteNullValue();
                continue;
            }

            writer.WriteStartObject();
            writer.WriteString(SegmentJsonNames.Name, segment.Name);
            if (segment.Description is { Length: > 0 })
            {
                writer.WriteString(SegmentJsonNames.Description, segment.Description);
            }

            writer.WritePropertyName(SegmentJsonNames.When);
            Write(writer, segment.When);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    });

    public static string Condition(SegmentCondition condition) => Text(writer => Write(writer, condition));

    private static string Text(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            write(writer);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan).ReplaceLineEndings("\n");
    }

    private static void Write(Utf8JsonWriter writer, SegmentCondition condition)
    {
        writer.WriteStartObject();
        switch (condition)
        {
            case AllCondition all:
                Write(writer, SegmentJsonNames.All, all.Conditions);
                break;
            case AnyCondition any:
                Write(writer, SegmentJsonNames.Any, any.Conditions);
                break;
            case NotCondition not:
                writer.WritePropertyName(SegmentJsonNames.Not);
                Write(writer, not.Condition);
                break;
            case InSegmentCondition inSegment:
                writer.WriteString(SegmentJsonNames.Segment, inSegment.Segment);
                break;
            case TraitCondition question:
                Write(writer, question);
                break;
        }

        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, string name, ValueList<SegmentCondition> conditions)
    {
        writer.WriteStartArray(name);
        foreach (SegmentCondition condition in conditions)
        {
            Write(writer, condition);
        }

        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, TraitCondition question)
    {
        TraitOperatorDefinition definition = TraitOperators.Of(question.Operator);
        writer.WriteString(SegmentJsonNames.Trait, question.Trait);
        writer.WritePropertyName(definition.Name);
        if (definition.MostOperands == 0 && question.Operands.Count == 0)
        {
            writer.WriteBooleanValue(true);
        }
        else if (definition.MostOperands == 1 && question.Operands.Count == 1)
        {
            Write(writer, question.Operands[0]);
        }
        else
        {
            writer.WriteStartArray();
            foreach (TraitValue operand in question.Operands)
            {
                Write(writer, operand);
            }

            writer.WriteEndArray();
        }

        if (question.IgnoreCase)
        {
            writer.WriteBoolean(SegmentJsonNames.IgnoreCase, true);
        }
    }

    private static void Write(Utf8JsonWriter writer, TraitValue operand)
    {
        switch (operand.Kind)
        {
            case TraitKind.Number:
                writer.WriteNumberValue(operand.Number);
                break;
            case TraitKind.Flag:
                writer.WriteBooleanValue(operand.Flag);
                break;
            case TraitKind.Text or TraitKind.Date:
                writer.WriteStringValue(TraitCondition.TextOf(operand));
                break;
            default:
                writer.WriteNullValue();
                break;
        }
    }
}
