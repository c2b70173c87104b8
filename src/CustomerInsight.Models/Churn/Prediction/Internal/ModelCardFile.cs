namespace CustomerInsight.Models;

internal sealed class ModelCardFile
{
    public required string Target { get; init; }

    public required double Horizon { get; init; }

    public required string HorizonUnit { get; init; }

    /// <summary>In the unit of the horizon.</summary>
    public double Gap { get; init; }

    public string? LabelTarget { get; init; }

    public string[]? EventTypes { get; init; }

    public required string Classifier { get; init; }

    public required string Reason { get; init; }

    public required string Calibration { get; init; }

    public required string LibraryVersion { get; init; }

    public required string SchemaHash { get; init; }

    public required DateTimeOffset[] CutOffs { get; init; }

    public required int Rows { get; init; }

    public required int Customers { get; init; }

    public required int Positives { get; init; }

    public required CardMetrics Metrics { get; init; }

    public required CardBaseline[] Baselines { get; init; }

    public required CardSetting[] Settings { get; init; }

    public required FitWarning[] Warnings { get; init; }

    public static ModelCardFile From(ModelCard card) => new()
    {
        Target = card.Target,
        Horizon = card.Horizon.Length,
        HorizonUnit = card.Horizon.Unit.ToString(),
        Gap = card.Gap.In(card.Horizon.Unit),
        LabelTarget = card.LabelTarget?.ToString(),
        EventTypes = [.. card.EventTypes],
        Classifier = card.Classifier.ToString(),
        Reason = card.Reason,
        Calibration = card.Calibration.ToString(),
        LibraryVersion = card.LibraryVersion,
        SchemaHash = card.SchemaHash,
        CutOffs = [.. card.CutOffs],
        Rows = card.Rows,
        Customers = card.Customers,
        Positives = card.Positives,
        Metrics = card.Metrics,
        Baselines = [.. card.Baselines],
        Settings = [.. card.Settings],
        Warnings = [.. card.Warnings],
    };

    public ModelCard ToCard()
    {
        // A file may hold null even where a value is required.
        ArgumentNullException.ThrowIfNull(Metrics);
        ArgumentNullException.ThrowIfNull(CutOffs);
        ArgumentNullException.ThrowIfNull(Baselines);
        ArgumentNullException.ThrowIfNull(Settings);
        ArgumentNullException.ThrowIfNull(Warnings);
        if (Baselines.Contains(null!) || Settings.Contains(null!) || Warnings.Contains(null!) || Array.IndexOf(EventTypes ?? [], null) >= 0
            || CutOffs.Length == 0 || !(Horizon > 0) || !(Gap >= 0 && Gap < Horizon) || Positives < 0 || Positives > Rows || Customers > Rows)
        {
            throw new ArgumentException("A part of the card is not there, or its counts cannot be.", nameof(Metrics));
        }

        if (Array.Exists(Baselines, static baseline => baseline.Name is null) || Array.Exists(Settings, static setting => setting.Name is null || setting.Value is null)
            || Array.Exists(Warnings, static warning => warning.Code is null || warning.Message is null))
        {
            throw new ArgumentException("A text of the card is not there.", nameof(Settings));
        }

        return new ModelCard
        {
            Target = Text(Target),
            Horizon = new Duration(Horizon, EnumName.Parse<TimeUnit>(HorizonUnit)),
            Gap = new Duration(Gap, EnumName.Parse<TimeUnit>(HorizonUnit)),
            LabelTarget = LabelTarget is null ? null : EnumName.Parse<LabelTarget>(LabelTarget),
            EventTypes = ValueList.Create<string>(EventTypes ?? []),
            Classifier = EnumName.Parse<ChurnClassifier>(Classifier),
            Reason = Text(Reason),
            Calibration = EnumName.Parse<CalibrationKind>(Calibration),
            LibraryVersion = Text(LibraryVersion),
            SchemaHash = Text(SchemaHash),
            CutOffs = ValueList.Create<DateTimeOffset>(CutOffs),
            Rows = Rows,
            Customers = Customers,
            Positives = Positives,
            Metrics = Metrics,
            Baselines = ValueList.Create<CardBaseline>(Baselines),
            Settings = ValueList.Create<CardSetting>(Settings),
            Warnings = ValueList.Create<FitWarning>(Warnings),
        };
    }

    private static string Text(string? text) => text ?? throw new ArgumentException("A text of the card is not there.", nameof(text));
}
