namespace CustomerInsight.Models;

/// <summary>Writes the features of one trait of the rows of one table.</summary>
internal abstract class TraitWriter(int width)
{
    /// <summary>How many features the trait becomes.</summary>
    public int Width { get; } = width;

    public static TraitWriter Bind(TraitEncoding trait, TraitColumn column, TraitRows part, EncodingStyle style) => trait.Method switch
    {
        TraitEncodingMethod.Presence => new PresenceWriter(column, part),
        TraitEncodingMethod.Levels or TraitEncodingMethod.Numbered => new LevelWriter(trait, (TextColumn)column, part),
        TraitEncodingMethod.Members => new MemberWriter(trait, (TextSetColumn)column, part, style),
        _ => new NumberWriter(trait, column, part),
    };

    /// <summary>Writes the features of the rows from a first to, but without, a last place.</summary>
    /// <param name="from">The first place.</param>
    /// <param name="to">The place after the last.</param>
    /// <param name="values">Where they go: the first feature of the first row is the first number.</param>
    /// <param name="stride">How many numbers a row has.</param>
    public abstract void Write(int from, int to, Span<double> values, int stride);
}
