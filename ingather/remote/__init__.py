"""Files in object storage, by address (`s3://…`, `abfs://…`): listed by the run, fetched by whoever reads them.

Nothing here runs unless an address was given. Credentials are those of the computer: nothing is asked for or kept.
"""
