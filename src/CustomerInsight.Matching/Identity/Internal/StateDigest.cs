using System.Security.Cryptography;

namespace CustomerInsight.Matching;

/// <summary>Writes all that a graph holds in one canonical form, and hashes it.</summary>
internal static class StateDigest
{
    public static string Of(GraphState state, ContentGraph contents)
    {
        var writer = new PayloadWriter();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        for (int number = 0; number < state.Records.Count; number++)
        {
            Write(state.Records[number], state, writer);
            Flush(writer, hash);
        }

        for (int number = 0; number < contents.Contents.Count; number++)
        {
            Write(contents.Contents[number], writer);
            Flush(writer, hash);
        }

        for (long id = 1; id <= state.LastProfile; id++)
        {
            switch (state.Profile(id))
            {
                case LiveProfile live:
                    writer.Numbers(ValueList.From(live.Records.Select(static record => record.Number)));
                    break;
                case RetiredProfile retired:
                    writer.Signed(-1 - retired.To);
                    writer.Byte(retired.IsErased ? (byte)1 : (byte)0);
                    break;
                default:
                    writer.Signed(0);
                    break;
            }

            Flush(writer, hash);
        }

        foreach (LiveAssertion assertion in state.Assertions.Values.SelectMany(static decision => decision))
        {
            writer.Number(assertion.Block);
            writer.Number((int)assertion.Kind);
            writer.Numbers(ValueList.From(assertion.Left.Select(static record => record.Number)));
            writer.Numbers(ValueList.From(assertion.Right.Select(static record => record.Number)));
        }

        Flush(writer, hash);
        return Convert.ToHexString(hash.GetHashAndReset());
    }

    private static void Write(LiveRecord? record, GraphState state, PayloadWriter writer)
    {
        if (record is null)
        {
            writer.Byte(0);
            return;
        }

        writer.Byte(1);
        writer.Text(record.Key.Source);
        writer.Text(record.Key.Id);
        writer.Signed(record.Content?.Number ?? -1);
        writer.Number(record.Home);
        writer.Number(record.Profile?.Id.Value ?? 0);
        writer.Bits(record.Current is { } current ? VersionHash.Of(current) : 0);
        writer.Bits(state.Waiting.GetValueOrDefault(record) is { } waiting ? VersionHash.Of(waiting) : 0);
    }

    private static void Write(LiveContent? content, PayloadWriter writer)
    {
        if (content is null)
        {
            writer.Byte(0);
            return;
        }

        writer.Byte(1);
        writer.Bits(content.Said.Hash);
        foreach (KeptLink link in content.Links.OrderBy(static link => link.Other.Number))
        {
            writer.Number(link.Other.Number);
            writer.Double(link.Weight);
            writer.Signed(link.Rule);
            writer.Signed(link.MatchRule);
        }
    }

    private static void Flush(PayloadWriter writer, IncrementalHash hash)
    {
        hash.AppendData(writer.Written);
        writer.Clear();
    }
}
