namespace CustomerInsight.Models;

internal sealed class ChurnFile
{
    public required ModelCardFile Card { get; init; }

    public required FeatureEncodingFile Encoding { get; init; }

    /// <summary>The classifier where it is a logistic regression.</summary>
    public LogisticFile? Logistic { get; init; }

    /// <summary>The classifier where it is boosted.</summary>
    public BoostingFile? Boosting { get; init; }

    /// <summary>The calibration; null for none.</summary>
    public CalibrationFile? Calibration { get; init; }

    /// <summary>The purchase model whose answers are among the features; null for none.</summary>
    public AliveChurnFile? Alive { get; init; }

    public required DriftReferenceFile Learned { get; init; }

    public static ChurnFile From(ChurnModel model) => new()
    {
        Card = ModelCardFile.From(model.Card),
        Encoding = FeatureEncodingFile.From(model.Encoding),
        Logistic = model.Classifier is LogisticModel logistic ? LogisticFile.From(logistic) : null,
        Boosting = model.Classifier is BoostingModel boosting ? BoostingFile.From(boosting) : null,
        Calibration = model.Calibration is null ? null : CalibrationFile.From(model.Calibration),
        Alive = model.Alive is null ? null : AliveChurnFile.From(model.Alive),
        Learned = DriftReferenceFile.From(model.Learned),
    };

    public ChurnModel ToModel()
    {
        // A file may hold null even where a value is required.
        ArgumentNullException.ThrowIfNull(Card);
        ArgumentNullException.ThrowIfNull(Encoding);
        ArgumentNullException.ThrowIfNull(Learned);
        IClassificationModel classifier = (IClassificationModel?)Logistic?.ToModel() ?? Boosting?.ToModel() ?? throw new ArgumentException("There is no classifier in the file.", nameof(Logistic));
        if (Logistic is not null && Boosting is not null)
        {
            throw new ArgumentException("There are two classifiers in the file.", nameof(Logistic));
        }

        ModelCard card = Card.ToCard();
        FeatureEncoding encoding = Encoding.ToEncoding();
        ICalibration? calibration = Calibration?.ToCalibration();
        CheckParts(card, encoding, calibration);
        return new ChurnModel(encoding, classifier, calibration, Alive?.ToModel(), card, Learned.ToReference());
    }

    /// <summary>A part that is left out would give other chances without anybody seeing it.</summary>
    private void CheckParts(ModelCard card, FeatureEncoding encoding, ICalibration? calibration)
    {
        CalibrationKind found = calibration switch
        {
            PlattCalibration => CalibrationKind.Platt,
            IsotonicCalibration => CalibrationKind.Isotonic,
            _ => CalibrationKind.None,
        };
        if (found != card.Calibration)
        {
            throw new ArgumentException("The calibration is not the one that the card names.", nameof(calibration));
        }

        if (Alive is null && encoding.Traits.Any(static trait => trait.Trait == AliveFeatures.SilenceLogOdds) && card.Settings.Any(static setting => setting.Name == CardMaker.PurchaseModelSetting && setting.Value != CardMaker.NoPurchaseModel))
        {
            throw new ArgumentException("The purchase model that the card names is not there.", nameof(card));
        }
    }
}
