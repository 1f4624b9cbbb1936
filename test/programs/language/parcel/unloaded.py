import parcel

parcel.counter += 1
