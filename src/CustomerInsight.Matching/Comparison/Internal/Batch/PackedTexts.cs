namespace CustomerInsight.Matching;

/// <summary>Texts as the vector kernels read them: by length, transposed, in the codes of an alphabet.</summary>
internal sealed class PackedTexts
{
    /// <summary>How many texts stand side by side.</summary>
    public const int Lanes = 64;

    /// <summary>The longest text that is packed.</summary>
    public const int Longest = 32;

    private PackedTexts(TextAlphabet alphabet, LengthRun[] runs, int[] order, byte[] codes)
    {
        Alphabet = alphabet;
        Runs = runs;
        Order = order;
        Codes = codes;
    }

    public TextAlphabet Alphabet { get; }

    /// <summary>The runs of equal length, shortest first.</summary>
    public LengthRun[] Runs { get; }

    /// <summary>Which text of the column each packed one is.</summary>
    public int[] Order { get; }

    public byte[] Codes { get; }

    /// <summary>Packs those texts that are not empty, not too long and within the alphabet.</summary>
    /// <param name="texts">The column.</param>
    /// <param name="rest">The other texts by their place in the column.</param>
    public static PackedTexts Of(string[] texts, out int[] rest)
    {
        var alphabet = TextAlphabet.Of(texts, Longest);
        ILookup<bool, int> fits = Enumerable.Range(0, texts.Length).ToLookup(i => texts[i].Length is > 0 and <= Longest && alphabet.Covers(texts[i]));
        rest = [.. fits[false].OrderBy(i => texts[i].Length)];
        int[] order = [.. fits[true].OrderBy(i => texts[i].Length)];
        var runs = new List<LengthRun>();
        int size = 0;
        for (int first = 0, next; first < order.Length; first = next)
        {
            int length = texts[order[first]].Length;
            next = first;
            while (next < order.Length && texts[order[next]].Length == length)
            {
                next++;
            }

            runs.Add(new LengthRun(length, first, next - first, size));
            size += (next - first + Lanes - 1) / Lanes * Lanes * length;
        }

        byte[] codes = new byte[size];
        foreach (LengthRun run in runs)
        {
            for (int i = 0; i < run.Count; i++)
            {
                string text = texts[order[run.First + i]];
                int at = run.Offset + (i / Lanes * Lanes * run.Length) + (i % Lanes);
                foreach (char unit in text)
                {
                    codes[at] = (byte)alphabet.Code(unit);
                    at += Lanes;
                }
            }
        }

        return new PackedTexts(alphabet, [.. runs], order, codes);
    }
}
