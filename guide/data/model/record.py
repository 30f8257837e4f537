"""What every entry of the data has in common."""

from pydantic import BaseModel, ConfigDict


class Record(BaseModel):
    """An entry that cannot be changed, coerced or given keys nobody reads."""

    # The whole is built once, as one; no entry is validated alone.
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, defer_build=True)
